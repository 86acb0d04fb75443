import './appearance/portal.css';
import './notices/notices.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startedWell } from './early/start-again.js';
import { Portal } from './portal.js';

const place = document.getElementById('portal');
if (place === null) throw new TypeError('index.html has no place for the portal');

startedWell();
createRoot(place).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
