import { publications } from '../adapters/bus/publications.js';

export const lapseCorrections = () => publications['correction-lapsed'];
