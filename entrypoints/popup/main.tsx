import { sidePanelOpener } from './open-side-panel';
import { startPhoneApp } from './phone-app';
import '@/components/popup/popup-page.css';

let openBeside: (() => void) | null = null;
startPhoneApp({ openSidePanel: () => openBeside?.() });
void sidePanelOpener().then((open) => {
  openBeside = open;
});
