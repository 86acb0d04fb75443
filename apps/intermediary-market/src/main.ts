import { startService } from '@onewindow/service';
import { intermediaryMarketService } from './intermediary-market-service.js';
import { IntermediaryMarketModule } from './intermediary-market.module.js';

await startService(IntermediaryMarketModule, intermediaryMarketService);
