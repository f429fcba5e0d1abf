//! The smallest sale after which every future payment stays coverable in the worst case, with a certificate.
