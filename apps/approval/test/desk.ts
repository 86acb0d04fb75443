import {
  ApplicationAcceptedV1,
  CaseOpenedV1,
  DecideTrackV1,
  FindCaseV1,
  RecordOpinionV1,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import type { Bureau } from './a-bureau.js';
import { aRestaurant, people, type Restaurant } from './restaurant.js';

export const WITHIN = { withinMs: 60_000 };

/** What a spec does again and again at a bureau. */
export const atDesk = (bureau: () => Bureau) => {
  const find = (caseNumber: string, person: Person = people.auditor) =>
    bureau().ask(FindCaseV1, person, { caseNumber });

  return {
    find,

    opened: async (restaurant: Restaurant = aRestaurant()): Promise<Restaurant> => {
      const { accepted, applicationId } = restaurant;
      const { intake } = bureau();
      await intake.say(ApplicationAcceptedV1, applicationId, accepted);
      await eventually(async () => {
        expect(await intake.heardOf(CaseOpenedV1, applicationId)).toHaveLength(1);
      }, WITHIN);
      return restaurant;
    },

    trackOf: async (caseNumber: string, item: string, person?: Person) =>
      (await find(caseNumber, person)).tracks.find((each) => each.item === item)!,

    recordOpinion: (caseNumber: string, item: string, person = people.approver) =>
      bureau().ask(RecordOpinionV1, person, {
        caseNumber,
        item,
        recommendation: 'grant',
        grounds: ['材料齐全、符合法定形式'],
      }),

    grant: (caseNumber: string, item: string, person = people.decider, key?: string) =>
      bureau().ask(
        DecideTrackV1,
        person,
        { caseNumber, item, outcome: 'granted', reasons: [], legalBasis: ['行政许可法 38'] },
        key,
      ),

    refuse: (caseNumber: string, item: string) =>
      bureau().ask(DecideTrackV1, people.decider, {
        caseNumber,
        item,
        outcome: 'refused',
        reasons: ['遮挡消防救援窗口'],
        legalBasis: ['行政许可法 38'],
      }),
  };
};
