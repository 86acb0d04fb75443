import { startService } from '@onewindow/service';
import { approvalService } from './approval-service.js';
import { ApprovalModule } from './approval.module.js';

await startService(ApprovalModule, approvalService);
