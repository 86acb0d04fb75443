/** What the form asks of the service of a paper 送达. */
export const SERVICE_FIELDS = {
  'serve-paper.method': '怎样送达',
  'serve-paper.receivedBy': '签收人（留置、公告送达不填）',
  'serve-paper.servedOn': '送达日期（邮寄、转交填回执上的日期；公告送达不填；其他不填就是今天）',
  witnesses: '留置送达：两名见证人',
  recording: '留置送达：照片、录像存放处',
  receiptNumber: '邮寄送达：回执编号',
  through: '委托、转交送达：受委托或者转交的单位、个人',
  noticedOn: '公告送达：公告之日',
  noticedIn: '公告送达：公告刊登处',
  otherWaysFailed: '公告送达：无法以其他方式送达的原因和经过',
  correctionReason: '原送达记录错在哪里',
};

/** How a paper reaches whom it is for. */
export const SERVICE_WAYS = {
  window: '窗口领取',
  post: '邮寄',
  electronic: '电子送达',
  announcement: '公告',
  left: '留置送达',
  entrusted: '委托或者转交',
};
