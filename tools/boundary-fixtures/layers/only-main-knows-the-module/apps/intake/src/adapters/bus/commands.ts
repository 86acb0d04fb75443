import { IntakeModule } from '../../intake.module.js';

export const module = IntakeModule;
