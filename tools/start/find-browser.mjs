import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** In order of liking: Chromium first, for it takes an extension most readily. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'google-chrome-beta', 'microsoft-edge', 'microsoft-edge-stable'];

const MAC = ['Chromium', 'Google Chrome', 'Google Chrome Beta', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const windows = (environment) =>
  [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) => `${folder}\\${path}`));

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a Chrome, Chromium or Edge, or null. ONE_BROWSER names one; it must be there. */
export function findBrowser(platform, environment, exists = runs) {
  if (environment.ONE_BROWSER) return exists(environment.ONE_BROWSER) ? environment.ONE_BROWSER : null;
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates =
    platform === 'darwin' ? MAC : platform === 'win32' ? windows(environment) : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(exists) ?? null;
}

/** What to do where there is none. */
export const HOW_TO_GET_A_BROWSER = {
  linux: 'Install Chromium or Chrome with your package manager (Debian and Ubuntu: sudo apt install chromium), then npm start again.',
  darwin: 'Install Chrome from https://www.google.com/chrome or Chromium with brew install --cask chromium, then npm start again.',
  win32: 'Install Chrome from https://www.google.com/chrome, then npm start again.',
};
