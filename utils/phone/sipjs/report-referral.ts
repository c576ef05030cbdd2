import { SessionState, type Inviter, type Session } from 'sip.js';

/** Longer than any phone rings. Seconds. */
const LASTS = 180;

export type ReferralReport = (status: number, phrase: string) => void;

/**
 * Tells the side that sent us on how the call goes it asked for, by NOTIFY in the dialog of its REFER: the subscription is active until
 * the final answer, and over with it (RFC 3515 section 2.4). SIP.js would say with the first that no more will come.
 */
export function reportReferral(inviter: Inviter, session: Session): ReferralReport {
  inviter._referred = undefined;
  let over = false;
  return (status, phrase) => {
    if (over || session.state !== SessionState.Established) return;
    over = status >= 200;
    const subscription = over ? 'terminated;reason=noresource' : `active;expires=${LASTS}`;
    session.dialog?.notify(
      {
        // It does not want to know more.
        onReject: () => {
          over = true;
        },
      },
      {
        extraHeaders: ['Event: refer', `Subscription-State: ${subscription}`],
        body: { contentDisposition: 'render', contentType: 'message/sipfrag', content: `SIP/2.0 ${status} ${phrase}`.trim() },
      },
    );
  };
}
