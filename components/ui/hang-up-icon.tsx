import { Phone, type LucideIcon, type LucideProps } from 'lucide-preact';

/** The handset laid down: the same picture as Answer, turned, so that the two are told apart by shape. */
export const HangUp: LucideIcon = (props: LucideProps) => <Phone {...props} style={{ transform: 'rotate(135deg)' }} />;
