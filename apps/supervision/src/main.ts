import { startService } from '@onewindow/service';
import { supervisionService } from './supervision-service.js';
import { SupervisionModule } from './supervision.module.js';

await startService(SupervisionModule, supervisionService);
