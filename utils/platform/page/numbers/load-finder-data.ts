import type { Asker } from '@/utils/messaging/page-messenger';

/**
 * Text of the number plans of all regions and the words of all languages, from the shell: too heavy to be in every page, so a
 * content script asks once it has met something that may be a number. Rejects when nobody answers; ask again later.
 */
export async function loadFinderData(messenger: Asker): Promise<string> {
  const answer = await messenger.send('numbers.finderData', {});
  if (!answer.ok) throw new Error(`no finder data: ${answer.error}`);
  return answer.data;
}
