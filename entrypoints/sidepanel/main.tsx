import { lendMicrophone } from '@/entrypoints/call-window/lend';
import { startPhoneApp } from '@/entrypoints/popup/phone-app';
import '@/components/popup/side-page.css';

const phone = startPhoneApp({}, true);
// In Firefox no call window is needed while this is open.
void lendMicrophone(phone, true);
