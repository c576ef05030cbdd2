import type { NumberMetadata } from '@/utils/domain/phone-number/find/number-plan';
import type { Messenger } from '@/utils/messaging/messenger';

/**
 * The number plans of all regions, from the shell: too heavy to be in every page, so a content script asks once it has
 * met something that may be a number. Rejects when nobody answers; ask again later.
 */
export async function loadNumberMetadata(messenger: Pick<Messenger, 'send'>): Promise<NumberMetadata> {
  const answer = await messenger.send('numbers.metadata', {});
  if (!answer.ok) throw new Error(`no number metadata: ${answer.error}`);
  return JSON.parse(answer.metadata) as NumberMetadata;
}
