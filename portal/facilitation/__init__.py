"""Running a workshop: the desk, paper, the screen on the wall, kiosk, what is taken along."""
