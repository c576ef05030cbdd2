/** `good`: users satisfied; `fair`: some of them; `poor`: the rest (ITU-T G.109 with G.107 Annex B: R = 80 and R = 70). */
export type QualityGrade = 'good' | 'fair' | 'poor';

export function gradeOf(mos: number): QualityGrade {
  if (mos >= 4.03) return 'good';
  return mos >= 3.6 ? 'fair' : 'poor';
}
