/** Region the browser's languages point at (`sv-SE` → `SE`, `sv` → `SE`), for as long as no account has its own. */
export function regionOfLanguages(languages: readonly string[]): string {
  for (const tag of languages) {
    const region = new Intl.Locale(tag).maximize().region;
    if (region !== undefined && /^[A-Z]{2}$/.test(region)) return region;
  }
  return 'SE';
}
