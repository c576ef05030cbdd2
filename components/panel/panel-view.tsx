import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { ConferenceCard } from '@/components/call/conference-card';
import { MethodQuestion } from '@/components/call/method-question';
import { OrderedCallCard } from '@/components/call/ordered-call-card';
import { EndedLine } from '@/components/call/ended-line';
import { PanelCall } from './panel-call';
import './panel-view.css';

interface PanelViewProps {
  /** Height the frame around the panel needs, CSS pixels; also called when there is nothing to show (0). */
  onResize?: (height: number) => void;
}

/** What stands over the page: the calls that ring, the one in progress, those on hold, and how the last one ended. */
export function PanelView({ onResize }: PanelViewProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const box = useRef<HTMLElement>(null);
  const calls = phone.live.value;
  const ended = phone.ended.value;

  useEffect(() => {
    const element = box.current;
    if (!element || !onResize) return;
    const report = () => onResize(Math.ceil(element.getBoundingClientRect().height));
    const observer = new ResizeObserver(report);
    observer.observe(element);
    report();
    return () => observer.disconnect();
  }, [onResize]);

  return (
    <section class="panel" ref={box} aria-label={t('panel.label')}>
      {phone.asking.value && <MethodQuestion asking={phone.asking.value} />}
      {phone.ordered.value.map((call) => (
        <OrderedCallCard key={call.id} call={call} />
      ))}
      {phone.conference.value.length > 0 && <ConferenceCard calls={phone.conference.value} />}
      {phone.single.value.map((call, at) => (
        <PanelCall key={call.id} call={call} first={at === 0} />
      ))}
      {calls.length === 0 && ended.map((call) => <EndedLine key={call.id} call={call} source="panel" />)}
    </section>
  );
}
