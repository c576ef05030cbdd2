/** A dialog as Replaces (RFC 3891) names it. */
export interface ReplacedDialog {
  readonly callId: string;
  readonly toTag: string;
  readonly fromTag: string;
}

export interface ReferTarget {
  /** User part, decoded: what would be dialled. */
  readonly user: string;
  readonly replaces: ReplacedDialog | null;
}

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Reads a Replaces header. */
export function replacedDialog(text: string): ReplacedDialog | null {
  const [callId = '', ...parameters] = text.split(';').map((part) => part.trim());
  const tag = (name: string) => parameters.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const [toTag, fromTag] = [tag('to-tag'), tag('from-tag')];
  const plain = [callId, toTag, fromTag].every((part) => /^[^\s;,"<>]+$/.test(part));
  return plain ? { callId, toTag, fromTag } : null;
}

/** Reads Refer-To (RFC 3515 section 2.1); null when it leads nowhere a phone can call. */
export function readReferTo(header: string): ReferTarget | null {
  const uri = (/<([^>]*)>/.exec(header)?.[1] ?? header).trim();
  const parts = /^(?:sips?:([^@;?]+)@[^?]*(?:\?(.*))?|tel:([^;?]+)[^?]*)$/i.exec(uri);
  const user = decoded(parts?.[1] ?? parts?.[3] ?? '');
  if (user === null || !/^[\w+*#.()-]{1,64}$/.test(user)) return null;
  const replaces = (parts?.[2] ?? '').split('&').find((one) => /^replaces=/i.test(one));
  if (replaces === undefined) return { user, replaces: null };
  const dialog = replacedDialog(decoded(replaces.slice(replaces.indexOf('=') + 1)) ?? '');
  return dialog && { user, replaces: dialog };
}

/** Value of a Replaces header. */
export const replacesHeader = ({ callId, toTag, fromTag }: ReplacedDialog): string => `${callId};to-tag=${toTag};from-tag=${fromTag}`;
