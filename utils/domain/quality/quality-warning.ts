/**
 * What makes a call sound bad, and where: `microphone-…` at this device, `network` between here and the net, `far-end` at
 * the other side or on the way from there.
 */
export type QualityWarning = 'microphone-silent' | 'microphone-loud' | 'network' | 'far-end';

export const QUALITY_WARNINGS = ['microphone-silent', 'microphone-loud', 'network', 'far-end'] as const satisfies readonly QualityWarning[];
