/** The name that stands under the papers of the window. */
export const WINDOW = '政务服务中心综合窗口';
