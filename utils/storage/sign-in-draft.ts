import * as v from 'valibot';

/** The fields that are kept; there is no place for a password or a TURN credential in it. */
const draftSchema = v.object({
  kind: v.picklist(['one', 'sip']),
  one: v.object({ server: v.string(), email: v.string(), password: v.literal('') }),
  sip: v.object({
    server: v.string(),
    user: v.string(),
    password: v.literal(''),
    authenticationUser: v.string(),
    domain: v.string(),
    displayName: v.string(),
    region: v.string(),
    iceServers: v.array(v.object({ url: v.string(), username: v.string(), credential: v.literal('') })),
  }),
});
type Draft = v.InferOutput<typeof draftSchema>;

const KEY = 'sign-in-draft';

/** What was typed into the sign-in form, kept because a popup closes when the user looks elsewhere. */
export function createSignInDraft(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  return {
    read(): Draft | null {
      try {
        const result = v.safeParse(draftSchema, JSON.parse(storage.getItem(KEY) ?? 'null'));
        return result.success ? result.output : null;
      } catch {
        return null;
      }
    },
    /** Refuses values that hold a secret: they do not fit the schema. */
    write(values: unknown): void {
      const result = v.safeParse(draftSchema, values);
      if (result.success) storage.setItem(KEY, JSON.stringify(result.output));
    },
    clear: () => storage.removeItem(KEY),
  };
}
