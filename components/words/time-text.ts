const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** `09:42` or `9:42 AM`, as the locale writes it. */
export function timeText(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}

/** `6 min 12 s`, `1 h 4 min`; for people, in lists. */
export function lengthText(seconds: number, locale: string): string {
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (seconds >= HOUR) {
    const minutes = Math.floor((seconds % HOUR) / MINUTE);
    const hours = unit(Math.floor(seconds / HOUR), 'hour');
    return minutes === 0 ? hours : `${hours} ${unit(minutes, 'minute')}`;
  }
  if (seconds < MINUTE) return unit(seconds, 'second');
  const rest = seconds % MINUTE;
  const minutes = unit(Math.floor(seconds / MINUTE), 'minute');
  return rest === 0 ? minutes : `${minutes} ${unit(rest, 'second')}`;
}

/** As a heading: `Måndag 3 mars`, with the year when it is another one. */
export function dayText(day: number, now: number, locale: string): string {
  const otherYear = new Date(day).getFullYear() !== new Date(now).getFullYear();
  const text = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(otherYear && { year: 'numeric' }),
  }).format(day);
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** `3 mars`, beside a time. */
export function shortDayText(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}

/** `3 mars 09:30` or `Mar 3, 9:30 AM`, with the year when it is another one. */
export function momentText(at: number, now: number, locale: string): string {
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(otherYear && { year: 'numeric' }),
    // Only a clock of 24 hours has a leading zero.
    hour: new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit',
    minute: '2-digit',
  }).format(at);
}
