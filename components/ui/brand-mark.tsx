import './brand-mark.css';

/** The handset of the toolbar icon, on the accent. */
export function BrandMark({ size = 40 }: { size?: number }) {
  return (
    <svg class="brand-mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="11" />
      <path
        d="M28.9 24.6v2.6a1.8 1.8 0 0 1-2 1.8 17.6 17.6 0 0 1-7.7-2.7 17.3 17.3 0 0 1-5.3-5.3 17.6 17.6 0 0 1-2.7-7.7 1.8 1.8 0 0 1 1.7-2h2.7a1.8 1.8 0 0 1 1.7 1.5c.2.9.4 1.7.7 2.5a1.8 1.8 0 0 1-.4 1.9l-1.1 1.1a14.2 14.2 0 0 0 5.3 5.3l1.1-1.1a1.8 1.8 0 0 1 1.9-.4c.8.3 1.6.5 2.5.7a1.8 1.8 0 0 1 1.6 1.8Z"
        transform="translate(0 .2)"
      />
    </svg>
  );
}
