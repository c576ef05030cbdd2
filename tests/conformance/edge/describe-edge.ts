import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openStage, type EdgeStage, type MakeEdge } from '@/tests/support/sip-edge-stage';
import { callCases } from './call-cases';
import { dialogCases } from './dialog-cases';
import { failureCases } from './failure-cases';
import { forgeryCases } from './forgery-cases';
import { forkingCases } from './forking-cases';
import { identityCases } from './identity-cases';
import { interruptionCases } from './interruption-cases';
import { passwordCases } from './password-cases';
import { registrationCases } from './registration-cases';
import { secureCases } from './secure-cases';
import { transferCases } from './transfer-cases';

/** What every SIP edge must do, whatever it is made of. Run once per adapter. */
export function describeEdge(name: string, makeEdge: MakeEdge): void {
  describe(`${name} edge`, () => {
    let stage: EdgeStage;
    const on = () => stage;
    beforeAll(async () => {
      stage = await openStage(makeEdge);
    });
    afterEach(() => stage.clear());
    afterAll(() => stage.close());

    describe('registration', () => registrationCases(on));
    describe('passwords', () => passwordCases(on));
    describe('calls', () => callCases(on));
    describe('calls that fail', () => failureCases(on));
    describe('several phones', () => forkingCases(on));
    describe('identity', () => identityCases(on));
    describe('within a call', () => dialogCases(on));
    describe('transfer', () => transferCases(on));
    describe('forged requests', () => forgeryCases(on));
    describe('interruptions', () => interruptionCases(on));
    describe('behind TLS', () => secureCases(on));
  });
}
