mod period;
mod reading;
mod round;
