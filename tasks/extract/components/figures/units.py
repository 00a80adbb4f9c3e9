"""Units of measure: their names in the singular, the words and signs that write them, and what they measure."""

from dataclasses import dataclass

from tasks.vocabularies import Measure


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: Its name in the singular, British spelling ("kilometre per hour").
        measure: What a figure in this unit states, unless its words say otherwise.
        words: Ways to write it out, any case; a plural "s" is understood.
        signs: Ways to abbreviate it, case as given.
    """

    name: str
    measure: Measure
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def _units(measure: Measure, rows: str) -> list[Unit]:
    """Rows of `name | words | signs`, words and signs separated by commas."""
    units = []
    for row in rows.strip().splitlines():
        name, words, signs = ([part.strip() for part in cell.split(",") if part.strip()] for cell in row.split("|"))
        units.append(Unit(name[0], measure, (name[0], *words), tuple(signs)))
    return units


UNITS: tuple[Unit, ...] = tuple(
    _units(
        Measure.DURATION,
        """
        second | sec |
        millisecond | | ms
        minute | min, mins | min
        hour | hr, hrs | h
        day | |
        night | |
        week | wk, wks |
        fortnight | |
        month | |
        year | yr, yrs |
        decade | |
        century | centuries |
        """,
    )
    + _units(
        Measure.DISTANCE,
        """
        kilometre | kilometer, km, kms | km
        metre | meter | m
        centimetre | centimeter | cm
        millimetre | millimeter | mm
        nanometre | nanometer | nm
        mile | mi | mi
        nautical mile | | nmi
        yard | yd, yds |
        foot | feet | ft
        inch | inches | in., ″
        light year | light-year |
        astronomical unit | |
        """,
    )
    + _units(
        Measure.MAGNITUDE,
        """
        kilometre per hour | kilometer per hour, kilometers per hour, kilometres per hour, kph | km/h, kmh, km/hr, kmph
        mile per hour | miles per hour, miles an hour, mile an hour, mph | mph
        metre per second | meters per second, metres per second | m/s
        knot | |
        degree Celsius | degrees celsius, deg celsius, degrees centigrade, celsius | °C, ºC
        degree Fahrenheit | degrees fahrenheit, fahrenheit | °F, ºF
        degree | | °
        hectopascal | | hPa
        millibar | |
        decibel | | dB
        """,
    )
    + _units(
        Measure.CAPACITY,
        """
        watt | | W
        kilowatt | | kW
        megawatt | | MW
        gigawatt | | GW
        kilowatt hour | kilowatt-hour | kWh
        megawatt hour | megawatt-hour | MWh
        horsepower | | hp, bhp, PS
        megabyte | | MB
        gigabyte | | GB
        terabyte | | TB
        litre | liter |
        millilitre | milliliter | ml, mL
        gallon | U.S. gallon, US gallon, imperial gallon |
        barrel | | bbl
        cubic metre | cubic meter | m³
        cubic foot | cubic feet |
        """,
    )
    + _units(
        Measure.OTHER,
        """
        kilogram | kilo, kg, kgs, kilogramme | kg
        gram | gramme | g
        milligram | | mg
        tonne | metric ton | t
        ton | |
        pound | lb, lbs | lb
        ounce | oz | oz
        stone | |
        kiloton | kilotonne | kt
        square kilometre | square kilometer, sq km, sq. km | km², km2
        square mile | sq mi, sq miles |
        square metre | square meter, sq m, sq. m | m², m2
        square foot | square feet, sq ft, sq. ft |
        hectare | | ha
        acre | |
        mile per gallon | miles per gallon, mpg | mpg
        square centimetre | square centimeter | cm², cm2
        volt | | V
        hertz | | Hz
        basis point | | bps
        time | |
        """,
    )
)
PERCENT_WORDS = (
    "percent",
    "percents",
    "percentage",
    "per cent",
    "percentage point",
    "percentage points",
    "pct",
    "pc",
    "%",
)
# Words before a number that make it a grade on a scale.
SCALES_BEFORE = {"category": "category", "cat": "category", "magnitude": "magnitude", "level": "level"}
