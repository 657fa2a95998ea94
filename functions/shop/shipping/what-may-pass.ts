import { TransientFault } from '../outside-fault.ts';

/** A queue's refusal that may pass becomes a transient fault: none that blames the request itself. */
export const whatMayPass = async (sent: Promise<void>): Promise<void> => {
  try {
    await sent;
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    const blamesTheRequest = typeof status === 'number' && status >= 400 && status < 500 && status !== 429;
    throw blamesTheRequest ? error : new TransientFault(String(error));
  }
};
