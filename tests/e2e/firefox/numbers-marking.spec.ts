import { numbersFirefox } from '@/tests/support/e2e-numbers-browser';
import { describeNumberMarking } from '@/tests/support/e2e-numbers-contract';

describeNumberMarking('numbers of a page in Firefox', numbersFirefox);
