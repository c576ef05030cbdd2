/** The finder inside ringcentral-c2d, which brings no types. */
declare module '@ringcentral-integration/phone-number' {
  export function detect(options: { input: string; countryCode?: string; areaCode?: string }): { phoneNumber: string; startsAt: number; endsAt: number }[];
}
