import type { QualitySample } from '@/utils/domain/quality/quality-sample';

export interface QualityPlotProps {
  /** Oldest first, one a second. */
  samples: readonly QualitySample[];
}
