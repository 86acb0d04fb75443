export const port = process.env['OW_PORT'];
