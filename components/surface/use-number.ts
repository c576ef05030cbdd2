import { useSurface } from './surface-context';

/** A number the way the user's country writes it; as it is until the formatter has come. */
export function useNumber(number: string): string {
  const { formatter, region } = useSurface().models;
  return formatter.value?.formatForPerson(number, region.value) ?? number;
}
