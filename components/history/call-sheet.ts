import { redirectedBy, type HistoryEntry } from '@/utils/contract/history-entry';
import type { CallSheet } from '@/utils/models/write-calls';
import type { MessageKey, Words } from '@/components/words/words';
import { outcome } from './outcome';

const HEADINGS: readonly MessageKey[] = ['history.date', 'history.time', 'history.direction', 'history.name', 'history.number', 'history.result', 'history.length', 'history.redirected'];

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-03-04`, local: the way every spreadsheet reads it, and what a file name bears. */
export function dateText(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function clockText(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function talkText({ answeredAt, endedAt }: HistoryEntry): string {
  if (answeredAt === null) return '';
  const seconds = Math.max(0, Math.round((endedAt - answeredAt) / 1000));
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The history as a table in the user's language. */
export function callSheet({ t }: Words): CallSheet {
  return {
    headings: HEADINGS.map((key) => t(key)),
    cells: (entry) => [
      dateText(entry.startedAt),
      clockText(entry.startedAt),
      t(entry.direction === 'incoming' ? 'history.incoming' : 'history.outgoing'),
      entry.name ?? '',
      entry.number,
      t(outcome(entry) ?? 'history.answered'),
      talkText(entry),
      redirectedBy(entry) ?? '',
    ],
  };
}
