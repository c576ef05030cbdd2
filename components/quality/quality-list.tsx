import type { QualityFact } from './quality-facts';
import './quality-list.css';

export function QualityList({ facts }: { facts: readonly QualityFact[] }) {
  return (
    <dl class="quality-list">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="tabular">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
