/** One patient's time in the hospital, and who may be shown as whom. */
package chevet.model.stay;
