/** A volume, 0 to 1, as it is written: "80 %". */
export const volumeText = (volume: number, locale: string): string => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(volume);
