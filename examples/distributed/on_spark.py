"""Spark: the parts are a dataset, each is done where it lies, and the whole is merged here."""

from pyspark.sql import SparkSession
from work import job, told

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
whole = job()
parts = spark.sparkContext.parallelize(whole.split(8), 8).map(lambda part: part.run()).collect()
told("spark", whole.merged(parts))
spark.stop()
