interface MicrophoneSignProps {
  x: number;
  y: number;
  crossed?: boolean;
}

/** A browser's sign for the microphone, in a picture of it. */
export function MicrophoneSign({ x, y, crossed = false }: MicrophoneSignProps) {
  return (
    <g class="prompt-mic" transform={`translate(${x} ${y})`}>
      <rect x="4.5" y="0.5" width="5" height="9" rx="2.5" />
      <path d={`M1.5 7a5.5 5.5 0 0 0 11 0M7 12.5V15${crossed ? 'M1 1l12 14' : ''}`} />
    </g>
  );
}
