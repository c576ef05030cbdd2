/**
 * A link outside the document leaves the page where it is, and shows nothing where there is no program for messages;
 * `tabs.update` and `tabs.create` show Firefox's error page then.
 */
export function openMessage(document: Document, number: string): void {
  const link = document.createElement('a');
  link.href = `sms:${encodeURIComponent(number).replaceAll('%2B', '+')}`;
  link.click();
}
