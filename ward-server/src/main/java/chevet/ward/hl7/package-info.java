/**
 * The hospital's HL7 v2 feed: MLLP in, movements of patients and diet orders out of it, and what
 * waits for somebody. The only door to HAPI.
 */
@NullMarked
package chevet.ward.hl7;

import org.jspecify.annotations.NullMarked;
