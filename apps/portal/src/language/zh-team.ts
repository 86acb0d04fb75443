/** What the page about the officers of an agency says, in Chinese. */
export const zhTeam = {
  team: '本机关承办人员',
  teamLead:
    '谁有多少在办的事，谁在休假、受了什么授权；移交工作、登记休假、授权和申报回避都在这里办。',
  noTeam: '这个账号没有承办任务，看不到承办人员名册。',
  noOfficers: '本机关还没有公布承办人员。',
  openTasks: (count: number, limit: number | undefined) =>
    limit === undefined ? `在办 ${count} 件` : `在办 ${count} 件（上限 ${limit} 件）`,
  leftPost: '已离岗',
  onLeave: '休假中',
  authorisedUntil: (when: string) => `授权到 ${when}`,
  byPost: '本岗位的职权',
  authorities: '受到的授权和委托',
  endedAuthorities: (count: number) => `已撤销和到期的授权（${count}）`,
  grantedBy: (by: string, from: string, until: string) => `由${by}授予，${from}至${until}`,
  revoked: (when: string, by: string | undefined) =>
    by === undefined ? `${when}撤销` : `${when}由${by}撤销`,
  everyItemOfAgency: '本机关全部事项',
  byLoad: '按职权和在办数量分给其他人',
};
export type TeamWords = typeof zhTeam;
