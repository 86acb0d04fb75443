import { counted } from './counted.js';
import type { BatchWords } from './zh-batch.js';

export const enBatch: BatchWords = {
  title: 'Many tasks at once',
  choose: (number, item, stage) => `Choose ${number} ${item} ${stage}`,
  all: (count) => `Choose all that can be done (${count})`,
  chosen: (count) => `${count} chosen`,
  count: (count) => counted(count, 'task'),
  acts: {
    'claim-task': (count) => `Claim together (${count})`,
    'complete-stages': (count) => `Complete together (${count})`,
  },
  about: {
    'claim-task': (count) => `About to claim ${counted(count, 'task')}`,
    'complete-stages': (count) => `About to complete the stage of ${counted(count, 'task')}`,
  },
  confirm: {
    'claim-task': (count) => `Claim ${counted(count, 'task')}`,
    'complete-stages': (count) => `Complete ${counted(count, 'task')}`,
  },
  oneGroup: 'They are not the same stage of the same item; one sort at a time:',
  notes: {
    review:
      'Each gets an opinion of its own that recommends a grant; what is to be refused is reviewed by itself, with reasons.',
    decision:
      'Each is granted by a decision of its own with its number; what is to be refused is decided by itself, with reasons.',
  },
  leftOut: (count) => `${count} of those chosen not among them`,
  afterwards: 'To be done afterwards.',
  notThisAct: {
    'claim-task': 'An officer has it already.',
    'complete-stages': 'It has to be claimed first.',
  },
  notOffered: {
    'claim-task': 'You may not claim it',
    'complete-stages': 'Not completed together with others',
  },
  outcome: (done, refused) =>
    refused === 0 ? `All ${done} done` : `${done} done, ${refused} refused`,
  done: 'Done',
  refused: 'Not done',
  close: 'Close',
};
