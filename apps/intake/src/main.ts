import { startService } from '@onewindow/service';
import { intakeService } from './intake-service.js';
import { IntakeModule } from './intake.module.js';

await startService(IntakeModule, intakeService);
