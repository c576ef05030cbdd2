import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { CallsToCome } from '@/components/call/calls-to-come';
import { ConferenceCard } from '@/components/call/conference-card';
import { EndedLine } from '@/components/call/ended-line';
import { PanelCall } from './panel-call';
import { PanelLine } from './panel-line';
import { PanelStrip } from './panel-strip';
import './panel-view.css';

/** What stands over the page: the calls that ring, the one in progress, those on hold, and how the last one ended. */
export function PanelView() {
  const { t } = useWords();
  const { phone, panel } = useSurface().models;
  const box = useRef<HTMLElement>(null);
  const calls = phone.live.value;
  const ended = calls.length === 0 ? phone.ended.value : [];
  const [first] = calls;
  const small = panel !== null && panel.small.value && first !== undefined;
  const asking = phone.asking.value;
  const anything = calls.length > 0 || ended.length > 0 || asking !== null || phone.ordered.value.length > 0;
  const newest = calls.find(({ state }) => state === 'ringing')?.id ?? null;

  useEffect(() => {
    const element = box.current;
    if (!element || !panel) return;
    const report = () => panel.fit(Math.ceil(element.getBoundingClientRect().height));
    const observer = new ResizeObserver(report);
    observer.observe(element);
    report();
    return () => observer.disconnect();
  }, [panel, small]);
  useNewCall(newest, calls.length > 0, () => panel?.restore());
  const askedAt = asking?.askedAt ?? null;
  useEffect(() => {
    if (askedAt !== null) panel?.restore();
  }, [panel, askedAt]);
  useToolFocus(box, small);

  return (
    <main class={small ? 'panel panel-small' : 'panel'} ref={box} aria-label={t('panel.label')}>
      {anything && <h1 class="hidden-text">{t('panel.label')}</h1>}
      <CallsToCome />
      {small ? <PanelLine call={first} /> : <PanelCalls />}
      {ended.length > 0 && panel !== null && (
        <PanelStrip first>
          <span class="panel-headline">{t('call.ended')}</span>
        </PanelStrip>
      )}
      {ended.map((call) => (
        <EndedLine key={call.id} call={call} source="panel" />
      ))}
      {panel?.covered.value && (
        <p class="field-error panel-covered" role="alert">
          {t('panel.covered')}
        </p>
      )}
    </main>
  );
}

/** The conference, and the calls outside of it; what is on top carries the tools of the panel. */
function PanelCalls() {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const [ringing, conference] = [phone.incoming.value, phone.conference.value];
  return (
    <>
      {ringing.map((call, at) => (
        <PanelCall key={call.id} call={call} first={at === 0} />
      ))}
      {conference.length > 0 && (
        <div class="panel-call panel-call-ongoing">
          <PanelStrip first={ringing.length === 0}>
            <span class="panel-headline">{t('status.inCall')}</span>
          </PanelStrip>
          <div class="panel-body">
            <ConferenceCard calls={conference} />
          </div>
        </div>
      )}
      {phone.settled.value.map((call, at) => (
        <PanelCall key={call.id} call={call} first={at === 0 && conference.length === 0 && ringing.length === 0} />
      ))}
    </>
  );
}

/** Runs for a call that begins to ring while the panel is there, not for the one it was opened with. */
function useNewCall(newest: string | null, loaded: boolean, run: () => void): void {
  const known = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (!loaded) return;
    const before = known.current;
    known.current = newest;
    if (before !== undefined && newest !== null && newest !== before) run();
  }, [newest, loaded]);
}

/** Minimising and restoring take each other's place: the focus that was in the panel goes to the other. */
function useToolFocus(box: { readonly current: HTMLElement | null }, small: boolean): void {
  const within = useRef(false);
  // Read while what was pressed is still there.
  within.current = box.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (within.current && box.current?.contains(document.activeElement) === false) box.current.querySelector<HTMLElement>('.panel-tools button:last-child')?.focus();
  }, [box, small]);
}
