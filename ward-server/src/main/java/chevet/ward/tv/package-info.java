/**
 * Television and radio: the channel list and the guide, read tolerantly from what the hospital
 * gets; the ward's rules; what a stay holds; and a patient's favourites.
 */
package chevet.ward.tv;
