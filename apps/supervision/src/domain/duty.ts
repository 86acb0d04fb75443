import { departmentsOf, type ItemNews } from '@onewindow/kernel';

export type Duty = 'decides' | 'supervises' | 'decided-before';

/** Whether an item concerns one of the departments: it decides, supervises, or decided until the change that is told. */
export const concernsOneOf =
  (departments: readonly string[]) =>
  (news: ItemNews): boolean =>
    departmentsOf(news).some((each) => departments.includes(each));

/** What a department has to do with an item now. Whoever decides also supervises, unless another is named (许可法 60). */
export function dutyOf(
  department: string,
  { decidingAgency, supervisingDepartment = decidingAgency }: ItemNews,
): Duty {
  if (decidingAgency === department) return 'decides';
  return supervisingDepartment === department ? 'supervises' : 'decided-before';
}
