import { useSurface } from './surface-context';

/** Writes numbers the way the user's country does; as they are until the formatter has come. */
export function useNumberText(): (number: string) => string {
  const { formatter, region } = useSurface().models;
  const { value } = formatter;
  return (number) => value?.formatForPerson(number, region.value) ?? number;
}

/** One number, written so. */
export function useNumber(number: string): string {
  return useNumberText()(number);
}
