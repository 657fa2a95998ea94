/** The caller contradicts what the gateway knows; trying again changes nothing. */
export class PaymentConflict extends Error {
  override name = 'PaymentConflict';
}
