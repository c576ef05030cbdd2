import * as v from 'valibot';

/** `storage.managed`: what an enterprise policy presets. Unknown keys are ignored, a bad value drops that key only. */
export const presetSchema = v.object({
  accountKind: v.optional(v.picklist(['one', 'sip'])),
  /** Origin of the One server: https://one.example.se */
  server: v.optional(v.string()),
  /** For SIP accounts. */
  sipServer: v.optional(v.string()),
  sipDomain: v.optional(v.string()),
  /** The user cannot change what is preset. */
  locked: v.optional(v.boolean()),
});
export type Preset = v.InferOutput<typeof presetSchema>;
