import type { UnmetRule } from '@onewindow/kernel';
import { tieOf, type ListedService } from './market-service.js';
import type { Need } from './need.js';
import { isPrintable, unmetText } from './printable.js';
import type { ProjectRequest, Publication } from './project-request.js';
import type { WireDate } from './terms.js';
import { unmet } from './unmet.js';

/** Everything that keeps a project from being published. */
export function unmetForPublication({
  by,
  request,
  service,
  need,
}: Publication): readonly UnmetRule[] {
  return [
    ...(by.organisation !== undefined && by.organisationName !== undefined
      ? []
      : [
          unmet(
            'owner-is-an-organisation',
            '请用单位账号发布项目。',
            'Sign in with an account of the enterprise to publish a project.',
          ),
        ]),
    ...(isPrintable(request.title) ? [] : [unmetText('title')]),
    ...(service === undefined
      ? [
          unmet(
            'service-on-the-list',
            `“${request.service}”不在中介服务事项清单中；未列入清单的中介服务不得作为受理条件，请向窗口反映。`,
            `The service "${request.service}" is not on the list and may not be asked for; tell the window.`,
            { path: 'service', source: '优化营商环境条例 43' },
          ),
        ]
      : []),
    ...(need === undefined ? [] : unmetForNeed(need, request, service)),
  ];
}

function unmetForNeed(
  need: Need,
  request: ProjectRequest,
  service: ListedService | undefined,
): readonly UnmetRule[] {
  return [
    ...(need.intermediaryService === request.service
      ? []
      : [
          unmet(
            'service-that-is-needed',
            `申请所缺的是“${need.intermediaryService}”，请按此发布。`,
            `The application lacks "${need.intermediaryService}"; publish that.`,
            { path: 'service' },
          ),
        ]),
    ...(service === undefined || tieOf(service, need.itemCode) !== undefined
      ? []
      : [
          unmet(
            'service-tied-to-the-item',
            `清单没有规定事项“${need.itemName}”需要该中介服务，不得要求。`,
            `The list does not tie this service to "${need.itemName}" (${need.itemCode}); it may not be asked for.`,
            { path: 'service', source: '优化营商环境条例 43' },
          ),
        ]),
  ];
}

export const calendarMissing = ({ missingYear }: WireDate): UnmetRule =>
  unmet(
    'calendar-published',
    `${missingYear ?? '下一'}年的放假安排尚未发布，无法确定报名截止日，请待发布后再发布项目。`,
    `The working calendar of ${missingYear ?? 'the next year'} is not published, so the end of sign-up is not known; publish the project then.`,
  );
