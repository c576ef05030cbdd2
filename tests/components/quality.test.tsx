import { signal } from '@preact/signals';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { CallCard } from '@/components/call/call-card';
import { ConferenceCard } from '@/components/call/conference-card';
import { CallDetails } from '@/components/history/call-details';
import { PanelCall } from '@/components/panel/panel-call';
import type { CallSamples } from '@/utils/contract/call-quality';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { QUALITY_WARNINGS } from '@/utils/domain/quality/quality-warning';
import { second } from '@/tests/support/quality-samples';
import { call, entry, held, state } from './support/phone-states';
import { renderSurface } from './support/render-surface';

const summary: QualitySummary = {
  seconds: 372, mosMin: 3.12, mosMean: 4.26, lossIn: 1.4, lossOut: 0, jitter: 4, roundTrip: 38, codec: 'PCMA',
  pair: { local: 'srflx', remote: 'host', protocol: 'udp' }, warnings: [{ kind: 'network', seconds: 12 }],
};

describe('a call that sounds bad', () => {
  it.each(QUALITY_WARNINGS)('says so, and what to do: %s', async (quality) => {
    const { rendered } = await renderSurface(<CallCard call={call({ quality })} />, { state: state() }).then((surface) => ({ rendered: surface.container }));
    expect(rendered.querySelector('.call-note-quality')?.textContent).toMatch(/\. \p{Lu}/u);
  });

  it('says so in the panel too, and not on hold', async () => {
    await renderSurface(
      <>
        <PanelCall call={call({ quality: 'network' })} first />
        <PanelCall call={held({ quality: 'far-end' })} first={false} />
      </>,
      { state: state(), language: 'en' },
    );
    expect(screen.getAllByText(/network here is poor/)).toHaveLength(1);
    expect(screen.queryByText(/other side comes in badly/)).toBeNull();
  });
});

describe('a conference of which one side sounds bad', () => {
  it('says so once', async () => {
    await renderSurface(<ConferenceCard calls={[call({ conference: true }), call({ id: 'call-2', conference: true, quality: 'far-end' })]} />, { state: state(), language: 'en' });
    expect(screen.getByText(/other side comes in badly/)).toBeTruthy();
  });
});

describe('the details of a call', () => {
  const samples = () => signal<CallSamples>(new Map([['call-1', [second({ lossIn: 2, codec: 'opus' })]]]));

  it('are opened by a press, follow the call, and draw the plot once its code is there', async () => {
    const quality = samples();
    const plotted: number[] = [];
    const loadQualityPlot = vi.fn(async () => (props: { samples: readonly unknown[] }) => (plotted.push(props.samples.length), null));
    await renderSurface(<CallCard call={call()} />, { state: state(), language: 'en', quality, actions: { loadQualityPlot } });
    expect(loadQualityPlot).not.toHaveBeenCalled();
    const toggle = screen.getByRole('button', { name: 'Call quality', expanded: false });
    fireEvent.click(toggle);
    expect(await screen.findByText('Opus')).toBeTruthy();
    expect(screen.getByText(/^Good \(MOS 4\.\d\)$/)).toBeTruthy();
    expect(screen.getByText('2%')).toBeTruthy();
    await waitFor(() => expect(plotted.at(-1)).toBe(1));
    quality.value = new Map([['call-1', [second(), second({ lossOut: 30 })]]]);
    expect(await screen.findByText(/^Poor \(MOS/)).toBeTruthy();
    expect(plotted.at(-1)).toBe(2);
    fireEvent.click(toggle);
    expect(screen.queryByText(/^Poor/)).toBeNull();
  });

  it('say that they measure while there is nothing yet, and stand without the plot where it cannot be had', async () => {
    const quality = signal<CallSamples>(new Map());
    await renderSurface(<CallCard call={call()} />, { state: state(), language: 'en', quality, actions: { loadQualityPlot: () => Promise.reject(new Error('gone')) } });
    fireEvent.click(screen.getByRole('button', { name: 'Call quality' }));
    expect(screen.getByText('Measuring …')).toBeTruthy();
    quality.value = samples().value;
    expect(await screen.findByText('Opus')).toBeTruthy();
  });

  it('are not where nobody measures, nor before the answer', async () => {
    await renderSurface(<CallCard call={call()} />, { state: state(), language: 'en' });
    expect(screen.queryByRole('button', { name: 'Call quality' })).toBeNull();
    await renderSurface(<CallCard call={call({ state: 'alerting', answeredAt: null })} />, { state: state(), language: 'en', quality: samples() });
    expect(screen.queryByRole('button', { name: 'Call quality' })).toBeNull();
  });
});

describe('after the call', () => {
  it('its history says what it was like; the copied report says neither who nor which number', async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await renderSurface(<CallDetails entry={entry({ quality: summary })} title="Nordbygg AB" onClose={() => undefined} />, { state: state(), language: 'en' });
    expect(screen.getByText('Good (MOS 4.3, at worst 3.1)')).toBeTruthy();
    expect(screen.getByText('G.711 A')).toBeTruthy();
    expect(screen.getByText('Through a router, UDP')).toBeTruthy();
    expect(screen.getByText('Warned of the network here')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    await screen.findByText(/^Copied/);
    const text = writeText.mock.calls[0]?.[0] ?? '';
    expect(text).toContain('Lost on the way in: 1.4%');
    expect(text).toContain('Began: 2026-');
    expect(text).not.toMatch(/Nordbygg|46841000020|Lindgren|exempelbolaget/);
    vi.unstubAllGlobals();
  });

  it('a call that was not measured has no such part', async () => {
    await renderSurface(<CallDetails entry={entry()} title="Nordbygg AB" onClose={() => undefined} />, { state: state(), language: 'en' });
    expect(screen.queryByText('Copy report')).toBeNull();
  });
});
