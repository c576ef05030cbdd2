/** Shell to every frame of the active tab, when a person pressed the shortcut. */
export interface StepMessage {
  readonly kind: 'numbers.step';
  readonly direction: 1 | -1;
  /** Also where the focus is not: no frame has it. */
  readonly anyway: boolean;
}

/** What a frame answers; one without the focus, or without numbers, answers nothing. */
export type StepAnswer = 'stepped';
