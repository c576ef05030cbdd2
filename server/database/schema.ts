/** Every table, for drizzle-kit and the database types. A table is declared beside the feature that owns it. */
export { companies, users } from '../accounts/people-tables';
export { sessions, devices, signInTries } from '../accounts/access-tables';
export { feedHeads, changes } from '../change-feed/feed-tables';
export { callQuality } from '../call-records/call-quality-table';
export { callRecords } from '../call-records/call-record-table';
