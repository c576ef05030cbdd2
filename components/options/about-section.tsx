import { useWords } from '@/components/words/words';

export function AboutSection({ version }: { version: string }) {
  const { t } = useWords();
  const facts = [
    [t('options.version'), version],
    [t('options.license'), t('options.licenseBody')],
    [t('options.privacy'), t('options.privacyBody')],
  ] as const;
  return (
    <section class="options-card">
      <dl class="options-about">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
